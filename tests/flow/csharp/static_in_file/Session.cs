public static class Session
{
    public static string User { get; private set; } = "nobody";
    public static string Region { get; } = "eu";

    public static void Login(string name)
    {
        User = name;
    }
}
