static class Config
{
    public const bool Trace = false;
    public const int Level = 3;
}
