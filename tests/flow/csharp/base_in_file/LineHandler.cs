using Flow;

public class LineHandler : Handler
{
    protected override string Read()
    {
        return Io.Source();
    }

    static void Run()
    {
        new LineHandler().Handle();
    }
}
