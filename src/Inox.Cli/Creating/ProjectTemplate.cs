using System.Reflection;
using System.Text;

namespace Inox.Cli.Creating;

/// <summary>Files of a new project, as they stand in the folder Templates, with <c>PROJECT</c> and <c>VERSION</c> where the names go.</summary>
internal sealed class ProjectTemplate
{
    private const string Root = "templates/";

    private readonly string _prefix;

    private ProjectTemplate(string name) => _prefix = $"{Root}{name}/";

    public static ProjectTemplate? Find(string name)
    {
        ProjectTemplate template = new(name);
        return template.Resources.Any() ? template : null;
    }

    private static Assembly Here => typeof(ProjectTemplate).Assembly;

    private IEnumerable<string> Resources => Here.GetManifestResourceNames().Where(name => name.StartsWith(_prefix, StringComparison.Ordinal));

    /// <summary>The paths below the project's folder and what they hold.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files(string project)
    {
        foreach (string name in Resources)
        {
            using StreamReader reader = new(Here.GetManifestResourceStream(name)!);
            string text = Fill(reader.ReadToEnd(), project);
            // Without its dot it is a file of the template, and not one that git reads there.
            string path = name[_prefix.Length..] is "gitignore" ? ".gitignore" : Fill(name[_prefix.Length..], project);
            yield return (path, Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Fill(string text, string project) => text.Replace("PROJECT", project, StringComparison.Ordinal).Replace("VERSION", ProductVersion.Text, StringComparison.Ordinal);
}
