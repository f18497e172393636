using System.IO;
using System.Xml;

namespace Shop.Feeds
{
    public class FeedReader
    {
        public void Read(Stream stream)
        {
            var settings = new XmlReaderSettings();
            // ruleid: csharp-xxe
            settings.DtdProcessing = DtdProcessing.Parse;
            using var reader = XmlReader.Create(stream, settings);
        }

        public void ReadInitialized(Stream stream)
        {
            // ruleid: csharp-xxe
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
            using var reader = XmlReader.Create(stream, settings);
        }

        public XmlDocument Load(string path)
        {
            var document = new XmlDocument();
            // ruleid: csharp-xxe
            document.XmlResolver = new XmlUrlResolver();
            document.Load(path);
            return document;
        }

        public void ReadHardened(Stream stream)
        {
            // ok: csharp-xxe
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(stream, settings);
        }

        public XmlDocument LoadHardened(string path)
        {
            // ok: csharp-xxe
            var document = new XmlDocument { XmlResolver = null };
            document.Load(path);
            return document;
        }
    }
}
