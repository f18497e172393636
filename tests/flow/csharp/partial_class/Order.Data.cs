public partial class Order
{
    private string address = "";
    private string carrier = "post";

    public void SendTo(string text)
    {
        address = text;
    }
}
