using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Authentication;

namespace Shop.Net
{
    public class Clients
    {
        public HttpClient Blind()
        {
            var handler = new HttpClientHandler();
            // ruleid: csharp-certificate-validation-disabled
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
            return new HttpClient(handler);
        }

        public HttpClient BlindByName()
        {
            var handler = new HttpClientHandler
            {
                // ruleid: csharp-certificate-validation-disabled
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            };
            return new HttpClient(handler);
        }

        public void BlindEverywhere()
        {
            // ruleid: csharp-certificate-validation-disabled
            ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
        }

        public void BlindDelegate()
        {
            // ruleid: csharp-certificate-validation-disabled
            ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };
        }

        public HttpClient Checked()
        {
            var handler = new HttpClientHandler();
            // ok: csharp-certificate-validation-disabled
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None;
            return new HttpClient(handler);
        }

        public HttpClient Default()
        {
            // ok: csharp-certificate-validation-disabled
            return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        }

        public void Versions(SslClientAuthenticationOptions options)
        {
            // ruleid: csharp-obsolete-tls-version
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            // ruleid: csharp-obsolete-tls-version
            options.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls11;
            // ok: csharp-obsolete-tls-version
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13;
            // ok: csharp-obsolete-tls-version
            ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;
            // ok: csharp-obsolete-tls-version
            options.EnabledSslProtocols = SslProtocols.None;
        }
    }
}
