public interface IStorage
{
    void Save(string key, string text);

    string Load(string key);
}
