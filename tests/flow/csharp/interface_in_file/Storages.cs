using System.Collections.Generic;

public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, string> entries = new Dictionary<string, string>();

    public void Save(string key, string text)
    {
        entries[key] = text;
    }

    public string Load(string key)
    {
        return entries[key];
    }
}

public class NullStorage : IStorage
{
    public void Save(string key, string text)
    {
    }

    public string Load(string key)
    {
        return "";
    }
}
