namespace Polite
{
    public static class Answer
    {
        public static string To(string question) => "thank you";
    }
}
