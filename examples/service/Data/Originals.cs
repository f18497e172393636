namespace MediaShelf.Service.Data;

/// <summary>The files as customers delivered them.</summary>
public sealed class Originals
{
    private const string Folder = "/srv/mediashelf/originals";

    // Weak: a name such as ../../../etc/passwd leads out of the folder (CWE-22). The name comes from a request that
    // another file reads, so only an analysis across files can tell.
    public FileStream Open(string name)
    {
        return File.OpenRead(Path.Combine(Folder, name));
    }

    // Safe twin: only a name, no way.
    public FileStream OpenByFileName(string name)
    {
        return File.OpenRead(Path.Combine(Folder, Path.GetFileName(name)));
    }
}
