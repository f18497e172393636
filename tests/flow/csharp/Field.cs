using Flow;

class Parcel
{
    public string Label;
}

class Field
{
    static void Send()
    {
        var parcel = new Parcel();
        parcel.Label = Io.Source();
        // ruleid: flow
        Io.Sink(parcel.Label);
        parcel.Label = "return to sender";
        // ok: flow
        Io.Sink(parcel.Label);
    }
}
