using Flow;

interface IVoice
{
    string Speak(string text);
}

class Parrot : IVoice
{
    public string Speak(string text) => text + text;
}

class Statue : IVoice
{
    public string Speak(string text) => "";
}

class Factory
{
    static IVoice Create(string kind)
    {
        switch (kind)
        {
            case "parrot":
                return new Parrot();
            default:
                return new Statue();
        }
    }

    static void Listen()
    {
        // ruleid: flow
        Io.Sink(Create("parrot").Speak(Io.Source()));
        // ok: flow
        Io.Sink(Create("statue").Speak(Io.Source()));
    }
}
