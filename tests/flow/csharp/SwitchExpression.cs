using Flow;

class SwitchExpression
{
    static void Translate(int code)
    {
        string typed = Io.Source();
        string any = code switch
        {
            0 => "zero",
            1 => typed,
            _ => "many",
        };
        // ruleid: flow
        Io.Sink(any);
        string none = code switch { 0 => "zero", _ => "many" };
        // ok: flow
        Io.Sink(none);
    }
}
