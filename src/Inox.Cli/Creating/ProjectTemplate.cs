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
            yield return (PathOf(name[_prefix.Length..], project), Encoding.UTF8.GetBytes(text));
        }
    }

    // `.template` keeps tools from taking a project or an ignore list for one of this repository.
    private static string PathOf(string name, string project) => name switch
    {
        "gitignore.template" => ".gitignore",
        _ when name.EndsWith(".template", StringComparison.Ordinal) => Fill(name[..^".template".Length], project),
        _ => Fill(name, project),
    };

    private static string Fill(string text, string project) => text.Replace("PROJECT", project, StringComparison.Ordinal).Replace("VERSION", ProductVersion.Text, StringComparison.Ordinal);
}
