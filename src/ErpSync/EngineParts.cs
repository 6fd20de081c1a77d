using ErpSync.Notices;
using ErpSync.Telemetry;
using ErpSync.Texts;

namespace ErpSync;

/// <summary>What the engine uses beside its rooms.</summary>
internal sealed record EngineParts(SyncTexts Texts, EngineMeter Meter, NoticeWatch Notices);
