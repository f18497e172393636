namespace Rude
{
    public static class Answer
    {
        public static string To(string question) => question + "?!";
    }
}
