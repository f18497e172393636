using Flow;

class Reply
{
    public string Body = "";
}

class ArgumentChanged
{
    static void Write(Reply reply, string text)
    {
        reply.Body = text;
    }

    static void Respond()
    {
        var reply = new Reply();
        Write(reply, Io.Source());
        // ruleid: flow
        Io.Sink(reply.Body);
    }

    static void Acknowledge()
    {
        var reply = new Reply();
        Write(reply, "received");
        // ok: flow
        Io.Sink(reply.Body);
    }
}
