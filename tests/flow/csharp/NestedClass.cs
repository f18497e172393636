using Flow;

class Post
{
    public class Envelope
    {
        private readonly string letter;

        public Envelope(string letter)
        {
            this.letter = letter;
        }

        public string Open()
        {
            return letter;
        }
    }

    public static Envelope Wrap(string letter)
    {
        return new Envelope(letter);
    }
}

class NestedClass
{
    static void Run()
    {
        // ruleid: flow
        Io.Sink(Post.Wrap(Io.Source()).Open());
        // ok: flow
        Io.Sink(new Post.Envelope("fixed").Open());
    }
}
