using Flow;

delegate string Change(string text);

class DelegateType
{
    static string Loud(string text)
    {
        return text.ToUpper();
    }

    static string Hidden(string text)
    {
        return new string('-', text.Length);
    }

    static void Run()
    {
        Change change = Loud;
        // ruleid: flow
        Io.Sink(change(Io.Source()));
        change = Hidden;
        // ok: flow
        Io.Sink(change(Io.Source()));
    }
}
