using System.Collections.Generic;
using Flow;

class DictionaryKey
{
    static void Lookup()
    {
        var words = new Dictionary<string, string>();
        words["en"] = Io.Source();
        words.Add("it", "ciao");
        // ruleid: flow
        Io.Sink(words["en"]);
        // ok: flow
        Io.Sink(words["it"]);
        if (words.TryGetValue("en", out string found))
        {
            // ruleid: flow
            Io.Sink(found);
        }
    }
}
