using System;
using Flow;

class RefusedException : Exception
{
    public string Reason { get; }

    public RefusedException(string reason) : base("refused")
    {
        Reason = reason;
    }
}

class ExceptionMessage
{
    static void Enter()
    {
        try
        {
            throw new RefusedException(Io.Source());
        }
        catch (RefusedException problem)
        {
            // ruleid: flow
            Io.Sink(problem.Reason);
            // ok: flow
            Io.Sink(problem.Message);
        }
    }

    static void Fail(string text)
    {
        throw new InvalidOperationException("no " + text);
    }

    static void Caught()
    {
        try
        {
            Fail(Io.Source());
        }
        catch (InvalidOperationException problem)
        {
            // ruleid: flow
            Io.Sink(problem.Message);
        }
    }
}
