using Flow;

namespace Shop.Logging
{
    public static class Log
    {
        public static void Warn(string text)
        {
            // ruleid: flow
            Io.Sink(text);
        }

        public static void WarnQuietly(string text)
        {
            // ok: flow
            Io.Sink(Io.Clean(text));
        }
    }
}
