using Flow;
using Shop.Logging;

namespace Shop
{
    class Program
    {
        static void Run()
        {
            Log.Warn(Io.Source());
            Log.WarnQuietly(Io.Source());
        }
    }
}
