using System;
using System.Security.Cryptography;

public static class Tokens
{
    public static int Pin()
    {
        // ruleid: csharp-weak-random
        return new Random().Next(10000);
    }

    public static int StrongPin()
    {
        // ok: csharp-weak-random
        return RandomNumberGenerator.GetInt32(10000);
    }
}
