# ruleid: ps-command
Invoke-Expression "Get-Item $name"
# ok: ps-command
Invoke-Other "Get-Item"
# ruleid: ps-method
$code = (New-Object Net.WebClient).DownloadString("http://example.org")
# ok: ps-method
$code = $client.Upload("a")
