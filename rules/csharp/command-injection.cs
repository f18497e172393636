using System.Diagnostics;

namespace Shop.Media
{
    public class Thumbnails
    {
        public void Make(string file)
        {
            // ruleid: csharp-shell-command-not-literal
            Process.Start("cmd.exe", "/c magick " + file + " -resize 200 thumb.png");
        }

        public void MakeWithInfo(string file)
        {
            // ruleid: csharp-shell-command-not-literal
            var info = new ProcessStartInfo("/bin/bash", $"-c \"convert {file} thumb.png\"");
            Process.Start(info);
        }

        public void MakeStepwise(string file)
        {
            var process = new Process();
            process.StartInfo.FileName = "powershell.exe";
            // ruleid: csharp-shell-command-not-literal
            process.StartInfo.Arguments = "-Command Resize " + file;
            process.Start();
        }

        public void MakeInitialized(string file)
        {
            var info = new ProcessStartInfo
            {
                FileName = "cmd",
                // ruleid: csharp-shell-command-not-literal
                Arguments = $"/c magick {file}",
                UseShellExecute = false,
            };
            Process.Start(info);
        }

        public void MakeSafely(string file)
        {
            // ok: csharp-shell-command-not-literal
            var info = new ProcessStartInfo("magick") { UseShellExecute = false };
            info.ArgumentList.Add(file);
            info.ArgumentList.Add("thumb.png");
            Process.Start(info);
        }

        public void Version()
        {
            // ok: csharp-shell-command-not-literal
            Process.Start("cmd.exe", "/c ver");
        }

        public void Direct(string file)
        {
            // ok: csharp-shell-command-not-literal
            Process.Start("notepad.exe", file);
        }
    }
}
