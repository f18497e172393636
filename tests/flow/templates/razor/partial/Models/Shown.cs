public class Shown
{
    public string Name { get; set; }
    public string Title { get; set; }
}
