using Flow;

class ArrayElement
{
    static void Cells()
    {
        string[] cells = new string[2];
        cells[0] = "left";
        cells[1] = Io.Source();
        // ok: flow
        Io.Sink(cells[0]);
        // ruleid: flow
        Io.Sink(cells[1]);
        string[] pair = { Io.Source(), "right" };
        // ruleid: flow
        Io.Sink(pair[0]);
        // ok: flow
        Io.Sink(pair[1]);
    }
}
