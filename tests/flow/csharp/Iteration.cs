using System.Collections.Generic;
using Flow;

class Iteration
{
    static void Notify()
    {
        var people = new HashSet<string>();
        people.Add(Io.Source());
        foreach (string person in people)
        {
            // ruleid: flow
            Io.Sink(person);
        }
        var staff = new HashSet<string> { "ann", "ben" };
        foreach (var person in staff)
        {
            // ok: flow
            Io.Sink(person);
        }
    }
}
