using Flow;

abstract class Job
{
    public void Execute()
    {
        // ruleid: flow
        Io.Sink(Input());
        // ok: flow
        Io.Sink(Title());
    }

    protected abstract string Input();

    protected virtual string Title()
    {
        return "job";
    }
}

class ReadJob : Job
{
    protected override string Input()
    {
        return Io.Source();
    }
}

class AbstractBase
{
    static void Start()
    {
        Job job = new ReadJob();
        job.Execute();
    }
}
