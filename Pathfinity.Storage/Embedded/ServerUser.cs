using System.Globalization;

namespace Pathfinity.Storage.Embedded;

/// <summary>The account PostgreSQL runs under: our own, or an unprivileged one when we are root, which it refuses.</summary>
internal sealed class ServerUser
{
    private static readonly string[] Unprivileged = ["postgres", "nobody"];
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(60);

    /// <summary>Ways to run a command as another user, by numeric user, group and name; the first that works is taken.</summary>
    private static readonly Func<string, string, string, string[]>[] Droppers =
    [
        (uid, gid, _) => ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"],
        (_, _, name) => ["runuser", "-u", name, "--"],
        (_, _, name) => ["sudo", "-n", "-u", name, "--"],
        (_, _, name) => ["su", "-s", "/bin/sh", name, "-c"],
    ];

    private readonly string[] _prefix;
    private readonly string _owner;

    private ServerUser(string name, string owner, string[] prefix) => (Name, _owner, _prefix) = (name, owner, prefix);

    /// <summary>The account we run under ourselves.</summary>
    public static ServerUser Self { get; } = new(Environment.UserName, "", []);

    public string Name { get; }

    /// <summary>Whether this is another account than our own.</summary>
    public bool IsOther => _prefix.Length > 0;

    /// <summary>For a cluster that exists, its owner; else the first unprivileged account of the machine.</summary>
    public static async Task<ServerUser> ChooseAsync(string? cluster, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return Self;
        string[] names = cluster is null ? Unprivileged : [await OwnerOfAsync(cluster, ct), .. Unprivileged];
        foreach (var name in names)
        {
            if (await IdAsync("-u", name, ct) is { } uid && uid != "0" && await IdAsync("-g", name, ct) is { } gid
                && await DropAsync(name, uid, gid, ct) is { } user)
            {
                return user;
            }
        }
        throw new EnvironmentException(
            "PostgreSQL refuses to run as root, and there is no way here to run it as user postgres or nobody: "
            + "install setpriv (Debian: apt install util-linux), or start as another user");
    }

    public Task<CommandResult> RunAsync(
        string file, string[] arguments, string folder, TimeSpan limit, CancellationToken ct, bool readOutput = true)
    {
        var (program, list) = Wrap(file, arguments);
        return Command.RunAsync(program, list, folder, limit, ct, readOutput);
    }

    public (string File, string[] Arguments) Wrap(string file, string[] arguments)
    {
        if (!IsOther)
            return (file, arguments);
        string[] words = [file, .. arguments];
        string[] tail = _prefix[0] == "su" ? [string.Join(' ', words.Select(Quote))] : words;
        return (_prefix[0], [.. _prefix[1..], .. tail]);
    }

    /// <summary>Hands a file or folder, with all in it, to this user.</summary>
    public async Task<bool> OwnAsync(string path, CancellationToken ct) =>
        !IsOther || (await Command.RunAsync("chown", ["-R", _owner, path], null, ShortLimit, ct)).Succeeded;

    public async Task<bool> CanWriteInAsync(string folder, CancellationToken ct) =>
        (await RunAsync("/bin/sh", ["-c", "cd \"$0\" && test -w .", folder], "/", ShortLimit, ct)).Succeeded;

    private static async Task<ServerUser?> DropAsync(string name, string uid, string gid, CancellationToken ct)
    {
        foreach (var dropper in Droppers)
        {
            var user = new ServerUser(name, $"{uid}:{gid}", dropper(uid, gid, name));
            var answer = await user.RunAsync("id", ["-u"], "/", ShortLimit, ct);
            if (answer.Succeeded && answer.Output.Trim() == uid)
                return user;
        }
        return null;
    }

    private static async Task<string?> IdAsync(string what, string name, CancellationToken ct)
    {
        var answer = await Command.RunAsync("id", [what, name], null, ShortLimit, ct);
        return answer.Succeeded ? answer.Output.Trim() : null;
    }

    /// <summary>The owner's name, or number where it has none: the third column of ls, alike on every Unix.</summary>
    private static async Task<string> OwnerOfAsync(string folder, CancellationToken ct)
    {
        var answer = await Command.RunAsync("ls", ["-ld", folder], null, ShortLimit, ct);
        var words = answer.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 ? words[2] : string.Create(CultureInfo.InvariantCulture, $"{0}");
    }

    private static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
