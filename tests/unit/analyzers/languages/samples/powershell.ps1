# installs the shop
param(
    [Parameter(Mandatory = $true)]
    [string]$Name = "shop",
    [int]$Count
)
$ErrorActionPreference = 'Stop'
$items = Get-ChildItem -Path "C:\$Name\*.txt" -Recurse | Where-Object { $_.Length -gt 10 } | Sort-Object Name
Invoke-Expression "Get-Item $Name"
$code = (New-Object Net.WebClient).DownloadString("http://example.org/$Name.ps1")
iex $code
[System.Net.ServicePointManager]::SecurityProtocol = 'Tls'
$hash = [System.Security.Cryptography.MD5]::Create().ComputeHash($bytes)
$password = ConvertTo-SecureString "secret" -AsPlainText -Force
$first = $items[0].Name
$count += 1
$total = $Count * 2 + 0x10 - 1.5
$pair = 1, 2
$table = @{ Name = $Name; 'Key' = @(1, 2); Nested = @{ a = $null } }
${odd name} = -not $true
$text = @"
hello $Name $($table.Name)
"@
$plain = @'
nothing $here
'@

function Get-Order {
    [CmdletBinding()]
    param([string]$Id, $Limit = 10)
    if ($Id -eq '' -or !$Limit) {
        throw "no id"
    }
    elseif ($Limit -ge 100) {
        return $null
    }
    else {
        Write-Host "order: $Id"
    }
    foreach ($item in $items) { Remove-Item $item -Force }
    for ($i = 0; $i -lt 3; $i++) { Start-Sleep 1 }
    while ($true) { break }
    do { $i-- } while ($i -gt 0)
    switch ($Id) {
        "a" { Write-Output 1 }
        default { Write-Output 2 }
    }
    try {
        Start-Process -FilePath cmd.exe -ArgumentList "/c", $Id
    }
    catch [System.IO.IOException] {
        Write-Error $_.Exception.Message
    }
    finally {
        $stream.Close()
    }
    return [int]$Id
}

class Order {
    [string]$Id
    Order([string]$id) { $this.Id = $id }
    [string] Show() { return $this.Id }
}

enum Level { Low; High }
$block = { param($x) $x + 1 }
& $block 2
Get-Order -Id "1" > out.txt
