public partial class Order
{
    public string Destination()
    {
        return "to " + address;
    }

    public string Carrier()
    {
        return "by " + carrier;
    }
}
