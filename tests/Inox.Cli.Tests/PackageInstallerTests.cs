using Inox.Cli.Building;
using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class PackageInstallerTests
{
    // Files, and what is reported; nothing here may start npm.
    public static TheoryData<string, string?> Folders => new()
    {
        { "", null },
        { "app/package.json={}", null },
        { "app/package.json=not json", null },
        { """app/package.json={"dependencies":{}}""", null },
        { """app/package.json={"dependencies":{"a":"1"}}|app/node_modules/a/package.json={}""", null },
        { """app/package.json={"dependencies":{"a":"1"}}|package.json={"workspaces":["app"]}|node_modules/a/package.json={}""", null },
        { """app/package.json={"dependencies":{"a":"1"}}|pnpm-workspace.yaml=|node_modules/a/package.json={}""", null },
        { """app/package.json={"dependencies":{"a":"1"}}|app/yarn.lock=""", "yarn install" },
        { """app/package.json={"dependencies":{"a":"1"}}|app/pnpm-lock.yaml=""", "pnpm install" },
        { """app/package.json={"dependencies":{"a":"1"}}|app/yarn.lock=|node_modules/a/package.json={}""", "yarn install" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void OtherManagersAreLeftToTheirUsers(string files, string? command)
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder["app"]);
        foreach (string file in files.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = file.IndexOf('=');
            folder.Write(file[..equals], file[(equals + 1)..]);
        }
        Diagnostic? fault = PackageInstaller.Ensure(folder["app"], RealFileSystem.Shared, path => path, line => Assert.Fail(line));
        Assert.Equal(command is null ? null : $"run `{command}` there", fault?.Help);
    }
}
