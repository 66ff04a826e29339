namespace Inox.Http;

/// <summary>New files that nobody but this user can read: keys, and what clients have sent.</summary>
internal static class OwnFile
{
    /// <exception cref="IOException">There is a file already.</exception>
    public static FileStream Create(string path, FileOptions options = FileOptions.None)
    {
        FileStreamOptions how = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 16 * 1024, Options = options };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, how);
    }
}
