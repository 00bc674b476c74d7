/** Names in Latin letters of several words or with a sign inside: no word of one is a mention. `Vertex AI`, `TCP/IP`. */
export const LATIN_NAMES = `
  SD-WAN, SD-Access, Wi-Fi, Wi-SUN, Li-Fi, T-SQL, X-Ray, X-Force, E-Verify, ICT-ISAC, TCP/IP, UDP/IP, CI/CD, I/O, A/B, N/A, R/W, L/R,
  GNU/Linux, PL/SQL, PL/pgSQL, S/MIME, OS/2, OS/390, z/OS, B/L, W/L, JPCERT/CC, CERT/CC, ISO/IEC, ISO/TS, AT&T, S&P, R&D, Q&A, M&A, ATT&CK
  Vertex AI, Azure AI, Google AI, Meta AI, Mistral AI, Sakana AI, Stability AI, Together AI, Perplexity AI, Scale AI, AI Studio, AI Storm,
  Azure OpenAI, Azure DevOps, Azure Functions, Azure Active Directory, Active Directory, Active Record, Active Job, Active Storage, Active Support,
  Google Cloud, Google Cloud Platform, Google Workspace, Google Play, Google Search, Google Sheets, Google Docs, Google Fonts, Google Analytics,
  Cloud Run, Cloud Functions, Cloud Storage, Cloud Build, Cloud SQL, Cloud Foundry, Cloud Spanner, Cloudflare Workers, Cloudflare Pages,
  Amazon Web Services, Internet Explorer, Internet Archive, Internet Society, Network Solutions, Data Studio, Android Studio, Visual Studio, Visual Studio Code,
  Windows Server, Windows Defender, Windows Update, Microsoft Defender, Microsoft Teams, Microsoft Office, Microsoft Edge, Power BI, Power Automate,
  SQL Server, MySQL Workbench, Apache HTTP Server, Apache Spark, Apache Beam, Apache Log4j, Node.js, Next.js, Vue.js, Nuxt.js, Three.js,
  GitHub Actions, GitHub Pages, GitHub Packages, GitLab CI, GitLab Pages, Travis CI, Circle CI, Docker Hub, Docker Compose, Docker Desktop, Docker Swarm,
  Stack Overflow, Hacker News, Black Hat, Red Hat, Red Team Village, DEF CON, App Store, App Engine, Play Store, Chrome Web Store, Web Store,
  Spring Boot, Spring Cloud, Ruby on Rails, Open Source Initiative, Open Graph, Let's Encrypt, Have I Been Pwned, Secret Manager, Key Vault,
  Secrets Manager, Elastic Load Balancing, Elastic Stack, Container Registry, Content Security Policy, Cascading Style Sheets, Creative Commons
`
  .trim()
  .split(/\s*[,\n]\s*/u);
