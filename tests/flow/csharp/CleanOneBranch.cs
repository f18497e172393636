using Flow;

class CleanOneBranch
{
    static void Archive(bool isPublic)
    {
        string note = Io.Source();
        if (isPublic)
        {
            note = Io.Clean(note);
        }
        // ruleid: flow
        Io.Sink(note);
    }

    static void ArchiveAll(bool isPublic)
    {
        string note = Io.Source();
        note = isPublic ? Io.Clean(note) : Io.Clean(note.Trim());
        // ok: flow
        Io.Sink(note);
    }
}
