using Flow;

class Branch
{
    static void Paint(bool night)
    {
        string color;
        if (night)
        {
            color = Io.Source();
        }
        else
        {
            color = "white";
        }
        // ruleid: flow
        Io.Sink(color);
    }

    static void Repaint(bool night)
    {
        string color = Io.Source();
        if (night)
            color = "black";
        else
            color = "white";
        // ok: flow
        Io.Sink(color);
    }
}
