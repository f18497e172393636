param([string]$Name)
# ruleid: ps-form-downloadstring, ps-form-downloadstring-2
$code = (New-Object Net.WebClient).DownloadString("http://a/$Name")
# ruleid: ps-form-invoke-expression
Invoke-Expression $code
# ruleid: ps-form-invoke-webrequest-uri
Invoke-WebRequest -Uri $u -OutFile "a"
# ruleid: ps-form-if-eq-else, ps-form-return-null
if ($Id -eq 1) { return $null } else { Start-Process $x }
# ruleid: ps-form-foreach-in
foreach ($i in $items) { Remove-Item $i }
# ruleid: ps-form-try-catch, ps-form-io-file-delete
try { [IO.File]::Delete($Name) } catch { throw "no" }
# ruleid: ps-form-function-get-order, ps-form-function-int-invoke-command
function Get-Order([int]$Id) { Invoke-Command $Id }
# ruleid: ps-form-operator
$h = @{ A = 1; B = $true }
# ruleid: ps-form-convertto-securestring-asplaintext
$pw = ConvertTo-SecureString "secret" -AsPlainText -Force
iex "Get-Item $Name"
# ruleid: ps-form-net-servicepointmanager-securitypr
[Net.ServicePointManager]::SecurityProtocol = 'Tls'
# ruleid: ps-form-class
class Order { [string]$Id }
# ruleid: ps-form-iex
Get-Item | iex
