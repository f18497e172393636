using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Xml;

namespace MediaShelf.Service.Import;

public sealed record Playlist(string Name, List<long> AssetIds);

/// <summary>Reads playlists that customers upload.</summary>
public static class PlaylistReader
{
    // Weak: an uploaded document may name entities, and so files of this machine (CWE-611).
    public static XmlDocument ReadXspf(Stream upload)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        using var reader = XmlReader.Create(upload, settings);
        var document = new XmlDocument();
        document.Load(reader);
        return document;
    }

    // Safe twin: no document type, no resolver.
    public static XmlDocument ReadXspfWithoutEntities(Stream upload)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Prohibit;
        settings.XmlResolver = null;
        using var reader = XmlReader.Create(upload, settings);
        var document = new XmlDocument();
        document.Load(reader);
        return document;
    }

    // Weak: the upload decides which types are made (CWE-502).
    public static Playlist ReadSaved(Stream upload)
    {
        var formatter = new BinaryFormatter();
        return (Playlist)formatter.Deserialize(upload);
    }

    // Safe twin: the type is ours.
    public static Playlist? ReadSavedJson(Stream upload)
    {
        return JsonSerializer.Deserialize<Playlist>(upload);
    }
}
