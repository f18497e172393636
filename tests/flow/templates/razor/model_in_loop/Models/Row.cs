namespace Shop.Models
{
    public class Row
    {
        public string Text { get; set; }
        public int Size { get; set; }
    }
}
