namespace MediaShelf.Service.Security;

/// <summary>Talks to the archive, where originals go after 90 days.</summary>
public static class ArchiveClient
{
    // Weak: any certificate is taken, so anyone on the way can read and change what is archived (CWE-295).
    public static HttpClient CreateForOldArchive()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        return new HttpClient(handler);
    }

    // Safe twin: the platform's own checks stay on.
    public static HttpClient Create()
    {
        var handler = new HttpClientHandler { CheckCertificateRevocationList = true };
        return new HttpClient(handler);
    }
}
