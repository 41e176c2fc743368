@echo off
rem pathfinity COMMAND ...: builds the command when its sources have changed, then runs it.
rem The part after the mark below is PowerShell: it prints the folder of the build that fits the sources.
setlocal
set "GET_SDK=install it from https://dotnet.microsoft.com/download/dotnet/10.0"
where dotnet >nul 2>nul
if errorlevel 1 (
    echo pathfinity: the .NET 10 SDK is not installed; %GET_SDK% >&2
    exit /b 3
)
set "PATHFINITY_SELF=%~f0"
set "PATHFINITY_BUILD="
for /f "usebackq delims=" %%b in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "$parts = [IO.File]::ReadAllText($env:PATHFINITY_SELF) -split '#{3} BUILD #{3}'; Invoke-Expression $parts[-1]"`) do set "PATHFINITY_BUILD=%%b"
if not defined PATHFINITY_BUILD exit /b 3
rem Authoring makes short-lived objects faster than one heap frees them: two heaps, the youngest of at most 80 MB.
set "PATHFINITY_HEAPS="
if /i "%~1 %~2"=="content generate" set "PATHFINITY_HEAPS=2"
if /i "%~1 %~2"=="bench content" set "PATHFINITY_HEAPS=2"
if defined PATHFINITY_HEAPS (
    set "DOTNET_gcServer=1"
    set "DOTNET_GCHeapCount=2"
    set "DOTNET_GCgen0MaxBudget=5000000"
)
dotnet "%PATHFINITY_BUILD%\pathfinity.dll" %*
exit /b %errorlevel%

### BUILD ###
$ErrorActionPreference = 'Stop'
$buildsKept = 5
$lockWaitSecondsMax = 900
$root = Split-Path -Parent $env:PATHFINITY_SELF
$builds = Join-Path (Join-Path $root 'artifacts') 'run'

function Fail([string] $line) {
    [Console]::Error.WriteLine("pathfinity: $line")
    exit 3
}

function Get-Fingerprint {
    $lines = [Collections.Generic.List[string]]::new()
    $sha = [Security.Cryptography.SHA256]::Create()
    $rules = '^(Directory\..*\.props|global\.json|\.editorconfig|Banned.*\.txt)$'
    $rooms = @(Get-ChildItem $root -Directory | Where-Object Name -Match '^(Pathfinity\..*|bench)$')
    $files = @($rooms | Get-ChildItem -File -Recurse -Force)
    $files += @(Get-ChildItem $root -File -Force | Where-Object Name -Match $rules)
    foreach ($file in $files) {
        $name = $file.FullName.Substring($root.Length)
        if ($name -notmatch '[\\/](bin|obj|artifacts|node_modules)[\\/]') {
            $hash = $sha.ComputeHash([IO.File]::ReadAllBytes($file.FullName))
            $lines.Add($name + ' ' + [BitConverter]::ToString($hash))
        }
    }
    $lines.Sort([StringComparer]::Ordinal)
    $all = $sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($lines -join "`n"))
    return [BitConverter]::ToString($all).Replace('-', '').Substring(0, 16)
}

function Enter-Lock {
    for ($waited = 0; $waited -lt $lockWaitSecondsMax; $waited++) {
        try { return [IO.File]::Open((Join-Path $builds 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] { Start-Sleep -Seconds 1 }
    }
    Fail "another build holds $builds for too long; end it"
}

function Invoke-Build([string] $target) {
    Push-Location $root
    $sdk = "$(cmd /c 'dotnet --version 2>nul')"
    Pop-Location
    if ($sdk -notmatch '^(\d+)\.' -or [int] $Matches[1] -lt 10) {
        $page = 'https://dotnet.microsoft.com/download/dotnet/10.0'
        Fail "the .NET 10 SDK is needed and only older ones are installed; install it from $page"
    }
    [Console]::Error.WriteLine('pathfinity: building, which takes a minute the first time')
    $unfinished = Join-Path $builds 'unfinished'
    if (Test-Path $unfinished) { Remove-Item -Recurse -Force $unfinished }
    $project = Join-Path (Join-Path $root 'Pathfinity.Cli') 'Pathfinity.Cli.csproj'
    $log = & dotnet publish $project --configuration Release --output $unfinished --verbosity quiet -nodeReuse:false
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine($log -join "`n")
        Fail 'the build failed, see above; mend it and run the same command again'
    }
    Move-Item $unfinished $target
    # A build that still runs keeps its files on Windows: what cannot be removed now goes another time.
    Get-ChildItem $builds -Directory | Sort-Object LastWriteTime -Descending | Select-Object -Skip $buildsKept |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

$build = Join-Path $builds (Get-Fingerprint)
if (-not (Test-Path (Join-Path $build 'pathfinity.dll'))) {
    New-Item -ItemType Directory -Force $builds | Out-Null
    $lock = Enter-Lock
    try { if (-not (Test-Path (Join-Path $build 'pathfinity.dll'))) { Invoke-Build $build } }
    finally { $lock.Dispose() }
}
$build
