using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Apprentices.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignInAndTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeactivatedAt",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MappedRoles",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OnlyMappedRoles",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SignerId",
                table: "EvaluationSignatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "AccessTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditGrants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    GrantedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_AuditorId",
                        column: x => x.AuditorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditGrants_People_GrantedById",
                        column: x => x.GrantedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HrLimits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrLimits", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_HrLimits_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProviderAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    TenantId = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", nullable: false),
                    UserPrincipalName = table.Column<string>(type: "TEXT", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LinkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProviderAccounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SealedTraces",
                columns: table => new
                {
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Commitment = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedTraces", x => new { x.SealNumber, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "SensitiveFacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SensitiveFacts_People_SavedById",
                        column: x => x.SavedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpentMarks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    ForgetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentMarks", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "TracePersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mark = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TracePersons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TracePersons_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TraceSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Head = table.Column<string>(type: "TEXT", nullable: false),
                    SecretName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Device = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ActedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    ProviderSessionId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuditedRecords",
                columns: table => new
                {
                    GrantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditedRecords", x => new { x.GrantId, x.ApprenticeshipId });
                    table.ForeignKey(
                        name: "FK_AuditedRecords_Apprenticeships_ApprenticeshipId",
                        column: x => x.ApprenticeshipId,
                        principalTable: "Apprenticeships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AuditedRecords_AuditGrants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "AuditGrants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HrUnits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HrUnits", x => new { x.PersonId, x.WorkplaceId });
                    table.ForeignKey(
                        name: "FK_HrUnits_HrLimits_PersonId",
                        column: x => x.PersonId,
                        principalTable: "HrLimits",
                        principalColumn: "PersonId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HrUnits_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvitationMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", nullable: true),
                    FailureKind = table.Column<int>(type: "INTEGER", nullable: true),
                    GivenUpAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvitationMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvitationMails_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccessTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<int>(type: "INTEGER", nullable: false),
                    ThingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UseCase = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Locked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccessTraces_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprenticeshipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Audience = table.Column<int>(type: "INTEGER", nullable: false),
                    UseCase = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Locked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeTraces_TracePersons_ActorId",
                        column: x => x.ActorId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeTraces_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TraceRemovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: true),
                    Before = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Locked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TraceRemovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TraceRemovals_TracePersons_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "TracePersons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ApprenticeshipId_At",
                table: "AccessTraces",
                columns: new[] { "ApprenticeshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_At",
                table: "AccessTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ReaderId",
                table: "AccessTraces",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SealNumber",
                table: "AccessTraces",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_SubjectId",
                table: "AccessTraces",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessTraces_ThingId",
                table: "AccessTraces",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditedRecords_ApprenticeshipId",
                table: "AuditedRecords",
                column: "ApprenticeshipId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_AuditorId_ToOn",
                table: "AuditGrants",
                columns: new[] { "AuditorId", "ToOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_EndedById",
                table: "AuditGrants",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_AuditGrants_GrantedById",
                table: "AuditGrants",
                column: "GrantedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_ActorId",
                table: "ChangeTraces",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_ApprenticeshipId_At",
                table: "ChangeTraces",
                columns: new[] { "ApprenticeshipId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_At",
                table: "ChangeTraces",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_SealNumber",
                table: "ChangeTraces",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTraces_SubjectId",
                table: "ChangeTraces",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_HrUnits_WorkplaceId",
                table: "HrUnits",
                column: "WorkplaceId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_InvitationId",
                table: "InvitationMails",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_InvitationMails_NextTryAt",
                table: "InvitationMails",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_PersonId",
                table: "Invitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderAccounts_Issuer_TenantId_ObjectId",
                table: "ProviderAccounts",
                columns: new[] { "Issuer", "TenantId", "ObjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderAccounts_PersonId",
                table: "ProviderAccounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SealedTraces_TraceId",
                table: "SealedTraces",
                column: "TraceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_ApprenticeshipId_Kind",
                table: "SensitiveFacts",
                columns: new[] { "ApprenticeshipId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveFacts_SavedById",
                table: "SensitiveFacts",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_SpentMarks_ForgetAt",
                table: "SpentMarks",
                column: "ForgetAt");

            migrationBuilder.CreateIndex(
                name: "IX_TracePersons_PersonId",
                table: "TracePersons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TraceRemovals_SealNumber",
                table: "TraceRemovals",
                column: "SealNumber",
                filter: "\"SealNumber\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TraceRemovals_SubjectId",
                table: "TraceRemovals",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_ActedAt",
                table: "UserSessions",
                column: "ActedAt");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_PersonId",
                table: "UserSessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_ProviderSessionId",
                table: "UserSessions",
                column: "ProviderSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_SecretHash",
                table: "UserSessions",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_PersonId",
                table: "AccessTokens",
                column: "PersonId");

            TraceTriggers.Add(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            TraceTriggers.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "AccessTraces");

            migrationBuilder.DropTable(
                name: "AuditedRecords");

            migrationBuilder.DropTable(
                name: "ChangeTraces");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "HrUnits");

            migrationBuilder.DropTable(
                name: "InvitationMails");

            migrationBuilder.DropTable(
                name: "ProviderAccounts");

            migrationBuilder.DropTable(
                name: "SealedTraces");

            migrationBuilder.DropTable(
                name: "SensitiveFacts");

            migrationBuilder.DropTable(
                name: "SpentMarks");

            migrationBuilder.DropTable(
                name: "TraceRemovals");

            migrationBuilder.DropTable(
                name: "TraceSeals");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "AuditGrants");

            migrationBuilder.DropTable(
                name: "HrLimits");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "TracePersons");

            migrationBuilder.DropIndex(
                name: "IX_AccessTokens_PersonId",
                table: "AccessTokens");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "AccessTokens");

            migrationBuilder.DropColumn(
                name: "DeactivatedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "MappedRoles",
                table: "People");

            migrationBuilder.DropColumn(
                name: "OnlyMappedRoles",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SignerId",
                table: "EvaluationSignatures");
        }
    }
}
