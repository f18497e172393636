using Flow;

class Mail
{
    private readonly string subject;
    private readonly string priority;

    public Mail(string subject) : this(subject, "low")
    {
    }

    public Mail(string subject, string priority)
    {
        this.subject = subject;
        this.priority = priority;
    }

    public string Headline()
    {
        return "Re: " + subject;
    }

    public string Flag()
    {
        return "!" + priority;
    }
}

class Constructor
{
    static void Answer()
    {
        var mail = new Mail(Io.Source());
        // ruleid: flow
        Io.Sink(mail.Headline());
        // ok: flow
        Io.Sink(mail.Flag());
    }
}
