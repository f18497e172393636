using Flow;

namespace Shop
{
    public class Input
    {
        public string Line()
        {
            return Io.Source();
        }

        public string Prompt()
        {
            return "> ";
        }
    }
}
