function Invoke-Wish($User, $Request) {
  # ruleid: powershell-exec
  Invoke-Expression $Request.Command
  Write-Debug "started"
  # ruleid: powershell-exec
  Start-Process $User -Wait
  # ok: powershell-exec
  Invoke-Expression "uptime"
  if ($User -in $ALLOWED) {
    # ok: powershell-exec
    Invoke-Expression $User
  }
}

function Start-Nightly($Request) {
  # ok: powershell-exec
  Invoke-Expression $Request.Job
}

function Invoke-WishOfTimer($Clock) {
  # ok: powershell-exec
  Invoke-Expression $Clock.Job
}

function Protect-All($File, $Db) {
  # ruleid: powershell-hash
  $first = Get-FileHash -Algorithm MD5 $File
  # ok: powershell-hash
  $second = Get-FileHash -Algorithm SHA512 $File
  # ruleid: powershell-tls
  Invoke-WebRequest -Uri $Url -SkipCertificateCheck
  # ok: powershell-tls
  Invoke-WebRequest -Uri $Url
  # ruleid: powershell-rounds
  New-Key -Rounds 1000
  # ok: powershell-rounds
  New-Key -Rounds 210000
  # ruleid: powershell-key
  $signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  # ok: powershell-key
  $label = "the signing key of invoices"
  # ruleid: powershell-hosts
  $open = @('shop.example', '*')
  # ok: powershell-hosts
  $closed = @('shop.example', 'api.example')
  # ruleid: powershell-dsn
  Connect-Db "Server=db;User=app;Password=s3cret"
  # ok: powershell-dsn
  Connect-Db "Server=db;User=app;Password=test"
  # ruleid: powershell-query
  $Db.Query("select * from users where name = " + $Name)
  # ruleid: powershell-query
  $Db.Query("select * from users where name = {0}" -f $Name)
  # ok: powershell-query
  $Db.Query($Prepared)
  # ruleid: powershell-client
  $client.Open($Url).Limit(3).Trust($true)
  # ok: powershell-client
  $client.Open($Url).Limit(3).Trust($false)
}

# ruleid: powershell-handler
class Purge {
  [int] $Count
  [void] Get() {
    $this.Count++
    $store.Delete($this.Count)
    Write-Debug "done"
  }
}

# ok: powershell-handler
class Show {
  [void] Get() {
    $store.Find(1)
  }
}

function Enter-Shop($User) {
  # ruleid: powershell-log
  Write-Host("login with " + $User.Password)
  # ok: powershell-log
  Write-Host("login of " + $User.Name)
  $target = Read-Host
  # ruleid: powershell-redirect
  $page.Load($target)
  # ok: powershell-redirect
  $page.Load("https://shop.example")
  # ok: powershell-redirect
  $page.Load($home)
  # ok: powershell-redirect
  $mailer.Forward($target)
}

function Read-All([ObjectReader] $Objects, [JsonReader] $Records) {
  # ruleid: powershell-decode
  $Objects.Decode($Body)
  # ok: powershell-decode
  $Records.Decode($Body)
}
