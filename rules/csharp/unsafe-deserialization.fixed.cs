using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Web.Script.Serialization;
using System.Web.UI;
using Newtonsoft.Json;

namespace Shop.Sessions
{
    public class SessionReader
    {
        public object Read(Stream stream)
        {
            // ruleid: csharp-dangerous-formatter
            var formatter = new BinaryFormatter();
            return formatter.Deserialize(stream);
        }

        public object ReadState(string text)
        {
            // ruleid: csharp-dangerous-formatter
            return new LosFormatter().Deserialize(text);
        }

        public Session ReadContract(Stream stream)
        {
            // ok: csharp-dangerous-formatter
            return (Session)new DataContractSerializer(typeof(Session)).ReadObject(stream);
        }

        public Session ReadJson(Stream stream)
        {
            // ok: csharp-dangerous-formatter
            return JsonSerializer.Deserialize<Session>(stream);
        }

        public object Loose(string text)
        {
            // ruleid: csharp-json-type-name-handling
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
            return JsonConvert.DeserializeObject(text, settings);
        }

        public void LooseSerializer(JsonSerializer serializer)
        {
            // ruleid: csharp-json-type-name-handling
            serializer.TypeNameHandling = TypeNameHandling.Auto;
        }

        public object Strict(string text)
        {
            // ok: csharp-json-type-name-handling
            var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
            return JsonConvert.DeserializeObject(text, settings);
        }

        public object Bound(string text, ISerializationBinder binder)
        {
            var settings = new JsonSerializerSettings
            {
                SerializationBinder = binder,
                // ok: csharp-json-type-name-handling
                TypeNameHandling = TypeNameHandling.Objects,
            };
            return JsonConvert.DeserializeObject(text, settings);
        }

        public object Script(string text)
        {
            // ruleid: csharp-javascript-serializer-type-resolver
            var serializer = new JavaScriptSerializer();
            return serializer.DeserializeObject(text);
        }

        public JavaScriptSerializer Resolver()
        {
            // ruleid: csharp-javascript-serializer-type-resolver
            return new JavaScriptSerializer();
        }

        public object ScriptPlain(string text)
        {
            // ok: csharp-javascript-serializer-type-resolver
            return new JavaScriptSerializer().DeserializeObject(text);
        }

        public object ScriptOwn(string text, OwnResolver resolver)
        {
            // ok: csharp-javascript-serializer-type-resolver
            return new JavaScriptSerializer(resolver).DeserializeObject(text);
        }
    }
}
